package dev.autoheal.text;

/** A span of one file among several. */
public record FileSpan(SourceFile file, Span span) {
  /** Returns the lines and columns of the span, without the source line. */
  public Location locate() {
    return file.locate(span);
  }

  /** Returns the lines and columns of the span with its source line. */
  public Location excerpt() {
    return file.excerpt(span);
  }

  /** Returns whether the file has the given path. */
  public boolean isIn(String path) {
    return file.path().equals(path);
  }
}
