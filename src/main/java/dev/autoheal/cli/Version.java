package dev.autoheal.cli;

/** The version of the program; the same as in {@code pom.xml}, which a test holds it to. */
final class Version {
  static final String NUMBER = "0.1.0";

  private Version() {}
}
