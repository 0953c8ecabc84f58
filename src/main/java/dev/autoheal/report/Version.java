package dev.autoheal.report;

/** The version of the program. */
public final class Version {
  /** The version number. A test checks that it is the same as in {@code pom.xml}. */
  public static final String NUMBER = "0.1.0";

  private Version() {}
}
