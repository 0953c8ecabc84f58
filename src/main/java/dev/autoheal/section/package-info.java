/**
 * The {@code <monitoring>} section as typed values, each knowing where it stands. The generated
 * JAXB classes are used here and nowhere else.
 */
package dev.autoheal.section;
