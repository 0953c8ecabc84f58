/**
 * The difference between a section and what a policy asks, what it means, the edits that close it,
 * and the proof that they did.
 */
package dev.autoheal.change;
