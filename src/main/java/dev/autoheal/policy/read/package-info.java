/**
 * This package reads a policy from YAML and collects all the problems in it. Only this package uses
 * SnakeYAML; it may use the packages of policies, files, findings, sections and text.
 */
package dev.autoheal.policy.read;
