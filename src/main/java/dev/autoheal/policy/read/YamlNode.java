package dev.autoheal.policy.read;

import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;

/** A value of a YAML document, as written, with its span. */
sealed interface YamlNode {
  /** Returns the span, in UTF-16 units with an exclusive end; quotes and brackets belong to it. */
  Span span();

  /** Returns the kind of node, as messages name it. */
  String kind();

  /**
   * A text, a number, a word like {@code true}, or an empty value.
   *
   * @param text the value without quotes and with escapes resolved
   */
  record Scalar(String text, Type type, Span span) implements YamlNode {
    @Override
    public String kind() {
      return type.words;
    }
  }

  /** The type of a scalar in the core schema of YAML 1.2. */
  enum Type {
    /** A text, with or without quotes. */
    TEXT("text"),
    /** A whole number, also octal or hexadecimal. */
    WHOLE_NUMBER("a number"),
    /** A number with a fraction or an exponent, an infinity, or not a number. */
    FRACTION("a number"),
    /** One of {@code true} and {@code false}, also as {@code True} or {@code TRUE}. */
    TRUTH("a boolean"),
    /** An empty value, {@code null} or {@code ~}. */
    NOTHING("an empty value");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  /**
   * A list.
   *
   * @param items the items in the order of the document
   */
  record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    @Override
    public String kind() {
      return items.isEmpty() ? "an empty list" : "a list";
    }
  }

  /**
   * A map, in which each key occurs once.
   *
   * @param entries the entries in the order of the document
   */
  record Mapping(List<Entry> entries, Span span) implements YamlNode {
    @Override
    public String kind() {
      return entries.isEmpty() ? "an empty map" : "a map";
    }

    /** Finds the entry of a key, case-sensitively; empty when the key is absent. */
    Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }
  }

  /**
   * A key of a map and its value.
   *
   * @param key the key
   * @param value the value, which may be {@link Refused}
   */
  record Entry(Scalar key, YamlNode value) {}

  /** A node that was reported already, so that no other reader reports it again. */
  record Refused(Span span) implements YamlNode {
    @Override
    public String kind() {
      return "refused";
    }
  }
}
