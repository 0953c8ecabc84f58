/** This package writes the report that is one page of HTML. */
package dev.autoheal.report.html;
