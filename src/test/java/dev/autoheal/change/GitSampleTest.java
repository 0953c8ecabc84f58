package dev.autoheal.change;

import static org.assertj.core.api.Assertions.assertThat;

import dev.autoheal.GitRepository;
import dev.autoheal.text.Patch;
import dev.autoheal.text.SourceFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks that real git applies the patches of random files with the same result as apply. */
class GitSampleTest {
  private static final int FILES = 300;

  @TempDir Path temp;

  @Test
  void gitAppliesThePatchesOfRandomFiles() throws IOException {
    GitRepository git = GitRepository.in(temp.toRealPath());
    ByteArrayOutputStream patch = new ByteArrayOutputStream();
    Map<String, byte[]> expected = new TreeMap<>();
    for (int seed = 0; expected.size() < FILES; seed++) {
      byte[] file = new RandomWebConfig(new Random(seed), false).bytes();
      Trial trial = Trial.of(file, new RandomValues(new Random(-seed)).policy());
      Optional<Rewrite> rewrite = trial.rewrite().filter(r -> !r.edits().isEmpty());
      if (rewrite.isPresent()) {
        String path = "app " + seed + "/web.config";
        Files.createDirectories(git.folder().resolve(path).getParent());
        Files.write(git.folder().resolve(path), file);
        SourceFile before = SourceFile.of(path, file);
        SourceFile after = SourceFile.of(path, rewrite.get().after().bytes());
        patch.writeBytes(Patch.of(Optional.of(before), after, rewrite.get().edits()).bytes());
        expected.put(path, after.bytes());
      }
    }

    git.apply(git.folder(), patch.toByteArray());

    for (Map.Entry<String, byte[]> file : expected.entrySet()) {
      assertThat(git.folder().resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
  }
}
