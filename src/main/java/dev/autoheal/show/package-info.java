/** This package says what a section means, in plain words, as a table and as data. */
package dev.autoheal.show;
