/**
 * Holds the findings in a file with their fixes, and the problems of a run. It may use {@code text}
 * only.
 */
package dev.autoheal.finding;
