package dev.autoheal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

class IoErrorsTest {
  @Test
  void translatesExceptionTypesIntoWords() {
    assertThat(IoErrors.of(new AccessDeniedException("/a"))).isEqualTo("access is denied");
    assertThat(IoErrors.of(new AccessDeniedException("/a", null, "IIS may hold it open")))
        .isEqualTo("access is denied: IIS may hold it open");
    assertThat(IoErrors.of(new NoSuchFileException("/a")))
        .isEqualTo("the file or folder does not exist");
    assertThat(IoErrors.of(new FileSystemLoopException("/a"))).isEqualTo("its links form a loop");
  }

  @Test
  void keepsTheMessageOfTheSystem() {
    assertThat(IoErrors.of(new FileSystemException("/a", null, "Is a directory")))
        .isEqualTo("is a directory");
    assertThat(IoErrors.of(new IOException("No space left"))).isEqualTo("No space left");
    assertThat(IoErrors.of(new IOException())).isEqualTo("IOException");
  }
}
