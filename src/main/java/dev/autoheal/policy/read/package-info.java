/**
 * This package reads a policy from YAML and writes down all that is wrong with it. SnakeYAML stays
 * here.
 */
package dev.autoheal.policy.read;
