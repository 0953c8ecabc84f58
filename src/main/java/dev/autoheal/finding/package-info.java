/** This package holds what is found in a file: findings, their fixes, and problems of a run. */
package dev.autoheal.finding;
