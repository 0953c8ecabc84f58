/** Finding files, judging many of them in parallel, results as values. */
package dev.autoheal.run;
