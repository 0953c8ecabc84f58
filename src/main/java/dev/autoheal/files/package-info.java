/**
 * Reads trees of files, and replaces a file as a whole or not at all. It uses no other package of
 * the project.
 */
package dev.autoheal.files;
