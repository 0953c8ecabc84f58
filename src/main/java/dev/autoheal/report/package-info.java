/** What a user may read: one class per format, one sanitiser per sink. */
package dev.autoheal.report;
