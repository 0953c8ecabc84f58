package dev.autoheal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
  @Test
  void ordersByTheFirstKeyThatDiffers() {
    Order<String> order = Order.<String, Integer>by(String::length).then(word -> word);

    assertThat(List.of("bb", "c", "aa", "b").stream().sorted(order))
        .containsExactly("b", "c", "aa", "bb");
  }
}
