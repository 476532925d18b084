package dev.outwork.it.client.delegates;

/** A bean of the delegates, which the server does not have. */
public class Order {
  private String customer;

  /** For deserialization. */
  public Order() {}

  public Order(String customer) {
    this.customer = customer;
  }

  public String getCustomer() {
    return customer;
  }

  public void setCustomer(String customer) {
    this.customer = customer;
  }
}
