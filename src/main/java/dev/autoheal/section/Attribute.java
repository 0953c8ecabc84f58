package dev.autoheal.section;

/**
 * The documented attributes of triggers. Their values are all whole numbers: counts, status codes,
 * seconds for time spans, KB (1024 bytes) for memory.
 */
public enum Attribute {
  COUNT("count", Type.COUNT, "count", true),
  TIME_TAKEN("timeTaken", Type.TIME_SPAN, "timeTaken", true),
  TIME_INTERVAL("timeInterval", Type.TIME_SPAN, "timeInterval", false),
  PRIVATE_BYTES("privateBytesInKB", Type.KILOBYTES, "privateBytes", true),
  STATUS_CODE("statusCode", Type.COUNT, "status", false),
  SUB_STATUS_CODE("subStatusCode", Type.COUNT, "subStatus", false),
  WIN32_STATUS_CODE("win32StatusCode", Type.COUNT, "win32Status", false);

  /** How the text of a value reads. */
  public enum Type {
    /** A plain decimal number up to 4294967295. */
    COUNT,
    /** Written {@code hh:mm:ss}, with days {@code d.hh:mm:ss}; seconds as a value. */
    TIME_SPAN,
    /** A plain decimal number up to 4294967295, in units of 1024 bytes. */
    KILOBYTES
  }

  private final String xmlName;
  private final Type type;
  private final String policyName;
  private final boolean laterWhenGreater;

  Attribute(String xmlName, Type type, String policyName, boolean laterWhenGreater) {
    this.xmlName = xmlName;
    this.type = type;
    this.policyName = policyName;
    this.laterWhenGreater = laterWhenGreater;
  }

  /** Its name in web.config. */
  public String xmlName() {
    return xmlName;
  }

  /** Its key in a policy. */
  public String policyName() {
    return policyName;
  }

  /** How its text reads. */
  public Type type() {
    return type;
  }

  /**
   * Whether a greater value makes the trigger fire later; a longer {@code timeInterval} does not.
   */
  public boolean laterWhenGreater() {
    return laterWhenGreater;
  }

  /** The text that web.config takes for a value. */
  public String format(long value) {
    return type == Type.TIME_SPAN ? TimeSpan.format(value) : Long.toString(value);
  }

  /** A value as people say it: {@code 45 s}, {@code 819200 KB (800 MB)}. */
  public String words(long value) {
    return switch (type) {
      case COUNT -> Long.toString(value);
      case TIME_SPAN -> TimeSpan.words(value);
      case KILOBYTES -> MemorySize.words(value);
    };
  }
}
