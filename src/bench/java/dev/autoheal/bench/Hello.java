package dev.autoheal.bench;

/** What a start of Java costs at least. */
final class Hello {
  private Hello() {}

  public static void main(String[] args) {
    System.out.println("hello");
  }
}
