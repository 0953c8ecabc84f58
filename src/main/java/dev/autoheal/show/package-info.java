/**
 * This package shows what a section means, in plain words, as a table and as data. It uses the
 * checked files of a run and the sanitizers of the package {@code report}.
 */
package dev.autoheal.show;
