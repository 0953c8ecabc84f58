package dev.autoheal.report.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Writes values as JSON: the same bytes everywhere, and nothing that a terminal interprets. A value
 * is a {@link JsonObject}, a {@link Stream} or an {@link Optional} of values, a string, a number or
 * a boolean. A stream becomes an array, and an empty optional becomes {@code null}.
 */
public final class JsonWriter {
  private JsonWriter() {}

  /**
   * Writes a value and a line break. Each value of a stream is written before the next is taken, so
   * a long array is never held as a whole.
   *
   * @param out the target, which is left open
   * @throws IllegalStateException if a value is of another type
   */
  public static void write(Object value, OutputStream out) throws IOException {
    JsonGenerator json = new JsonFactory().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.setCharacterEscapes(new JsonEscapes());
    json.setPrettyPrinter(
        new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
    write(value, json);
    json.writeRaw('\n');
    json.close();
  }

  private static void write(Object value, JsonGenerator json) throws IOException {
    if (value instanceof JsonObject object) {
      json.writeStartObject();
      for (JsonObject.Field field : object.fields()) {
        json.writeFieldName(field.name());
        write(field.value(), json);
      }
      json.writeEndObject();
    } else if (value instanceof Stream<?> values) {
      json.writeStartArray();
      for (Iterator<?> each = values.iterator(); each.hasNext(); ) {
        write(each.next(), json);
      }
      json.writeEndArray();
    } else if (value instanceof Optional<?> optional && optional.isPresent()) {
      write(optional.get(), json);
    } else if (value instanceof Optional) {
      json.writeNull();
    } else {
      json.writeObject(value);
    }
  }
}
