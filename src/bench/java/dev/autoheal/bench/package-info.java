/** Measures whole processes and single parts against others in the same run; judges nothing. */
package dev.autoheal.bench;
