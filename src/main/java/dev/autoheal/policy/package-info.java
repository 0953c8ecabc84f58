/** This package holds what a user may ask for, as records, and which app governs a file. */
package dev.autoheal.policy;
