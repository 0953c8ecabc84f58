/**
 * This package installs and removes the git pre-commit hook that reviews a commit before it is
 * made. It keeps an existing hook, and uses only the packages files, git and project.
 */
package dev.autoheal.hook;
