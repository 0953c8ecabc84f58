/**
 * Models the {@code <monitoring>} section as typed values that know their place in the file. The
 * generated JAXB classes are used in this package only, which builds on {@code xdt}, {@code xml},
 * {@code files} and {@code text}.
 */
package dev.autoheal.section;
