package dev.autoheal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Checks the list of hooks for the program pre-commit. */
class PreCommitHooksTest {
  @Test
  void systemHooksDifferOnlyInWhereTheProgramIs() throws IOException {
    Map<String, Map<String, Object>> hooks = new TreeMap<>();
    for (Object each :
        (List<?>)
            new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(Path.of(".pre-commit-hooks.yaml")))) {
      Map<String, Object> hook = new TreeMap<>();
      ((Map<?, ?>) each).forEach((key, value) -> hook.put(key.toString(), value));
      hooks.put(hook.remove("id").toString(), hook);
    }
    assertThat(hooks).hasSize(8);
    hooks.forEach(
        (id, hook) -> {
          Map<String, Object> expected = new TreeMap<>(hooks.get(id.replace("-system", "")));
          expected.put("language", id.endsWith("-system") ? "system" : "script");
          assertThat(hook).as(id).isEqualTo(expected);
        });
  }
}
