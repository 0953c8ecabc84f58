package dev.autoheal.text;

import java.util.Comparator;
import java.util.function.Function;

/**
 * Compares objects by their keys. {@link Comparator#comparing} does the same, but no class archive
 * takes its lambdas, so that each start of the program would make them anew.
 */
@FunctionalInterface
public interface Order<T> extends Comparator<T> {
  /** Orders by a key. */
  static <T, K extends Comparable<? super K>> Order<T> by(Function<? super T, K> key) {
    return (one, other) -> key.apply(one).compareTo(key.apply(other));
  }

  /** Orders objects with an equal order by another key. */
  default <K extends Comparable<? super K>> Order<T> then(Function<? super T, K> key) {
    return (one, other) -> {
      int order = compare(one, other);
      return order != 0 ? order : key.apply(one).compareTo(key.apply(other));
    };
  }
}
