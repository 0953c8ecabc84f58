/** What a user asks for: YAML to records, read once, and which app governs a file. */
package dev.autoheal.policy;
