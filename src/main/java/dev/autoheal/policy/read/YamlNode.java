package dev.autoheal.policy.read;

import dev.autoheal.text.Span;
import java.util.List;
import java.util.Optional;

/** A value of a YAML document, as written, and where it stands. */
public sealed interface YamlNode {
  /** From the first unit to one past the last; quotes and brackets belong to it. */
  Span span();

  /** What it is, as a message says it. */
  String kind();

  /** Text, a number, a word such as {@code true}, or nothing. */
  record Scalar(String text, Type type, Span span) implements YamlNode {
    @Override
    public String kind() {
      return type.words;
    }
  }

  /** What a scalar is in the core schema of YAML 1.2. */
  enum Type {
    TEXT("text"),
    WHOLE_NUMBER("a number"),
    FRACTION("a number"),
    TRUTH("true or false"),
    NOTHING("empty");

    private final String words;

    Type(String words) {
      this.words = words;
    }
  }

  /** A list. */
  record Sequence(List<YamlNode> items, Span span) implements YamlNode {
    @Override
    public String kind() {
      return "a list";
    }
  }

  /** A map, in the order of the document; no key stands in it twice. */
  record Mapping(List<Entry> entries, Span span) implements YamlNode {
    @Override
    public String kind() {
      return "a map";
    }

    Optional<Entry> find(String key) {
      return entries.stream().filter(entry -> entry.key().text().equals(key)).findFirst();
    }
  }

  /** A key of a map and its value. */
  record Entry(Scalar key, YamlNode value) {}

  /** Something that was refused already, so that nobody judges it again. */
  record Refused(Span span) implements YamlNode {
    @Override
    public String kind() {
      return "refused";
    }
  }
}
