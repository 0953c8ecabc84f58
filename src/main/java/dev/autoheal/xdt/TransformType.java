package dev.autoheal.xdt;

import java.util.Arrays;
import java.util.Optional;

/**
 * The operations of {@code xdt:Transform} that autoheal carries out. The engine reads their names
 * with their letter case.
 */
public enum TransformType {
  /** Appends the element to its parent. */
  INSERT("Insert"),
  /** Appends the element to its parent, unless the locator finds one already. */
  INSERT_IF_MISSING("InsertIfMissing"),
  /** Inserts the element before the first element that its argument finds. */
  INSERT_BEFORE("InsertBefore"),
  /** Inserts the element after the first element that its argument finds. */
  INSERT_AFTER("InsertAfter"),
  /** Replaces the first target. */
  REPLACE("Replace"),
  /** Removes the first target. */
  REMOVE("Remove"),
  /** Removes all targets. */
  REMOVE_ALL("RemoveAll"),
  /**
   * Sets attributes of all targets: those that its arguments name, or all that the element of the
   * transform has.
   */
  SET_ATTRIBUTES("SetAttributes"),
  /** Removes attributes of all targets: those that its arguments name, or all. */
  REMOVE_ATTRIBUTES("RemoveAttributes");

  private final String word;

  TransformType(String word) {
    this.word = word;
  }

  /** Returns the name as a transform writes it. */
  public String word() {
    return word;
  }

  /**
   * Returns whether the operation inserts an element with everything in it; its target is then the
   * parent.
   */
  public boolean isInsert() {
    return this == INSERT
        || this == INSERT_IF_MISSING
        || this == INSERT_BEFORE
        || this == INSERT_AFTER;
  }

  /** Returns whether the operation changes only the first of several targets. */
  boolean takesOne() {
    return this == REPLACE || this == REMOVE;
  }

  /** Returns the operation of this name; empty if it is unknown. Letter case counts. */
  static Optional<TransformType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
  }
}
