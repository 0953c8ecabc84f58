package dev.autoheal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests of the test helpers that look for hostile output. */
class JudgesTest {
  @ParameterizedTest
  @MethodSource("dev.autoheal.cli.Hostile#commands")
  void findEachHostileCommand(String command) {
    assertThat(
            RunnerLog.commands(command.getBytes(UTF_8)).size() + AgentLog.commands(command).size())
        .isPositive();
    assertThat(Unsafe.in(command, false)).isNotEmpty();
  }

  @Test
  void readCommandsLikeTheAgent() {
    assertThat(
            AgentLog.commands("a\rb ##VSO[task.x a=1;b=x%3By%5D;]c%AZP25%0Ad ##[Error]e\n##vso[x"))
        .containsExactly(
            new AgentLog.Command("task.x", Map.of("a", "1", "b", "x;y]"), "c%\nd ##[Error]e"),
            new AgentLog.Command("[error]", Map.of(), "e"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"=1", "\"+1\"", "\"\t@x\"", "a\"b", "a,b", "\"a", "\" -1\""})
  void rejectUnsafeCells(String cell) {
    assertThat(Csv.examined("x\r\n\"a\"\"\r\n,\"\r\n").get(1)).containsExactly("a\"\r\n,");
    assertThatThrownBy(() -> Csv.examined("x\r\n" + cell + "\r\n"))
        .isInstanceOf(AssertionError.class);
  }
}
