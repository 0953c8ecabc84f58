/** This package reads trees of files, and replaces a file as a whole or not at all. */
package dev.autoheal.files;
