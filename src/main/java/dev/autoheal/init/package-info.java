/** This package writes a first policy from what stands in the files of a project. */
package dev.autoheal.init;
