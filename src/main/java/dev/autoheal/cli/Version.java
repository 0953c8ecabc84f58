package dev.autoheal.cli;

/** The version of the program. */
final class Version {
  /** The version number. A test checks that it is the same as in {@code pom.xml}. */
  static final String NUMBER = "0.1.0";

  private Version() {}
}
