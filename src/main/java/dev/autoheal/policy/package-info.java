/**
 * This package holds a policy as records: apps, the sections that a policy requires, limits, plans
 * and exemptions. It also decides which app matches a file. It reads no files, and it may use the
 * packages of files, findings, sections and text.
 */
package dev.autoheal.policy;
