/**
 * Compares a section with what a policy requires, and computes and verifies the edits that close
 * the differences. This package builds on {@code policy}, {@code section}, {@code xdt}, {@code xml}
 * and {@code text}.
 */
package dev.autoheal.change;
