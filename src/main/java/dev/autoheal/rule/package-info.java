/** One class per rule, the list of them, and the run over one file. */
package dev.autoheal.rule;
