package dev.outwork.rest.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

/**
 * A name at the address from which it logs in.
 *
 * @param address null for any
 * @param name null for any
 */
record Login(String address, String name) {
  private static final int BYTES_OF_NETWORK = 8;
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
    try {
      // In brackets it is a literal or nothing: no name is looked up.
      InetAddress parsed = InetAddress.getByName("[" + withoutZone(address) + "]");
      return parsed instanceof Inet6Address
          ? HexFormat.of().formatHex(parsed.getAddress(), 0, BYTES_OF_NETWORK)
          : parsed.getHostAddress();
    } catch (UnknownHostException e) {
      return address;
    }
  }

  private static String withoutZone(String address) {
    int percent = address.indexOf('%');
    return percent < 0 ? address : address.substring(0, percent);
  }
}
