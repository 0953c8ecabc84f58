package dev.autoheal.bench;

/** Something to measure: adds its rows to the table. */
interface Measurement {
  void measure(Lab lab, Table table) throws Exception;
}
