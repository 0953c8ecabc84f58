package dev.autoheal.policy.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Validates policies against the JSON schema, as an editor does. */
public final class PolicySchema {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LoadSettings YAML =
      LoadSettings.builder().setSchema(new CoreSchema()).setAllowDuplicateKeys(true).build();
  private static final JsonSchema SCHEMA = schema();

  private PolicySchema() {}

  /** Returns what the schema reports for a policy. */
  public static List<String> problems(String policy) {
    JsonNode json = JSON.valueToTree(new Load(YAML).loadFromString(policy));
    return SCHEMA.validate(json).stream().map(Object::toString).toList();
  }

  private static JsonSchema schema() {
    try {
      return JsonSchemaFactory.getInstance(VersionFlag.V7).getSchema(json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static JsonNode json() throws IOException {
    return JSON.readTree(Files.readString(Path.of("schemas/autoheal-policy.schema.json")));
  }
}
