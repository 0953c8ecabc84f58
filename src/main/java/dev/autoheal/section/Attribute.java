package dev.autoheal.section;

/**
 * The documented attributes of triggers. Their values are all whole numbers: counts, status codes,
 * seconds for time spans, and KB (1024 bytes) for memory.
 */
public enum Attribute {
  /** The number of requests or responses. */
  COUNT("count", Type.COUNT, "count", true),
  /** The time after which a request counts as slow. */
  TIME_TAKEN("timeTaken", Type.TIME_SPAN, "timeTaken", true),
  /** The time in which the count must be reached. */
  TIME_INTERVAL("timeInterval", Type.TIME_SPAN, "timeInterval", false),
  /** The private memory of the process, in KB. */
  PRIVATE_BYTES("privateBytesInKB", Type.KILOBYTES, "privateBytes", true),
  /** The HTTP status. */
  STATUS_CODE("statusCode", Type.COUNT, "status", false),
  /** The substatus of IIS; 0 means any. */
  SUB_STATUS_CODE("subStatusCode", Type.COUNT, "subStatus", false),
  /** The Win32 status; 0 means any. */
  WIN32_STATUS_CODE("win32StatusCode", Type.COUNT, "win32Status", false);

  /** The form of the text of a value. */
  public enum Type {
    /** A plain decimal number up to 4294967295. */
    COUNT,
    /**
     * A time span written {@code hh:mm:ss}, with days {@code d.hh:mm:ss}; its value is in seconds.
     */
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

  /** Returns the name in web.config. */
  public String xmlName() {
    return xmlName;
  }

  /** Returns the key in a policy. */
  public String policyName() {
    return policyName;
  }

  /** Returns the form of the text. */
  public Type type() {
    return type;
  }

  /**
   * Returns whether a greater value makes the trigger fire later; a longer {@code timeInterval}
   * does not.
   */
  public boolean laterWhenGreater() {
    return laterWhenGreater;
  }

  /** Returns the text of a value in web.config. */
  public String format(long value) {
    return type == Type.TIME_SPAN ? TimeSpan.format(value) : Long.toString(value);
  }

  /** Returns a value for people: {@code 45 s}, {@code 800 MB (819200 KB)}. */
  public String words(long value) {
    return switch (type) {
      case COUNT -> Long.toString(value);
      case TIME_SPAN -> TimeSpan.words(value);
      case KILOBYTES -> MemorySize.words(value);
    };
  }
}
