package dev.outwork.rest.security;

import java.util.List;

/**
 * A name at the address from which it logs in.
 *
 * @param address null for any
 * @param name null for any
 */
record Login(String address, String name) {
  private static final int GROUPS = 8;
  private static final int GROUPS_OF_NETWORK = 4;
  private static final int MOST_CHARACTERS = 100;

  static Login of(String address, String name) {
    return new Login(
        network(address),
        name.length() > MOST_CHARACTERS ? name.substring(0, MOST_CHARACTERS) : name);
  }

  Login ofAnyName() {
    return new Login(address, null);
  }

  Login ofAnyAddress() {
    return new Login(null, name);
  }

  // Who has one address of IPv6 has the other ones of its network as well.
  private static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    String[] groups = address.split(":", -1);
    return groups.length == GROUPS && !address.contains("::")
        ? String.join(":", List.of(groups).subList(0, GROUPS_OF_NETWORK))
        : address;
  }
}
