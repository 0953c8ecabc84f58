package dev.autoheal.xdt;

import java.util.Arrays;
import java.util.Optional;

/** What {@code xdt:Transform} can ask for; the engine reads the names with their letter case. */
public enum TransformType {
  INSERT("Insert"),
  INSERT_IF_MISSING("InsertIfMissing"),
  INSERT_BEFORE("InsertBefore"),
  INSERT_AFTER("InsertAfter"),
  REPLACE("Replace"),
  REMOVE("Remove"),
  REMOVE_ALL("RemoveAll"),
  SET_ATTRIBUTES("SetAttributes"),
  REMOVE_ATTRIBUTES("RemoveAttributes");

  private final String word;

  TransformType(String word) {
    this.word = word;
  }

  /** As it is written. */
  public String word() {
    return word;
  }

  /** Whether it brings in an element with all that is in it; its target is then the parent. */
  public boolean isInsert() {
    return this == INSERT
        || this == INSERT_IF_MISSING
        || this == INSERT_BEFORE
        || this == INSERT_AFTER;
  }

  /** Whether it is done to the first of several targets alone. */
  boolean takesOne() {
    return this == REPLACE || this == REMOVE;
  }

  static Optional<TransformType> of(String word) {
    return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
  }
}
