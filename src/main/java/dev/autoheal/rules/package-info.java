/** This package has one class per rule, and the ordered list of them. */
package dev.autoheal.rules;
