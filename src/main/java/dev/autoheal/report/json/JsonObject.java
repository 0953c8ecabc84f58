package dev.autoheal.report.json;

import java.util.ArrayList;
import java.util.List;

/** An object of JSON, whose fields are written in the order in which they are added. */
public final class JsonObject {
  private final List<Field> fields = new ArrayList<>();

  /**
   * A field of an object.
   *
   * @param value what {@link JsonWriter} writes
   */
  record Field(String name, Object value) {}

  /**
   * Adds a field.
   *
   * @param value what {@link JsonWriter} writes
   * @return this object
   */
  public JsonObject put(String name, Object value) {
    fields.add(new Field(name, value));
    return this;
  }

  /** Returns the fields in the order in which they are written. */
  List<Field> fields() {
    return fields;
  }
}
