/**
 * This package writes the report that is one page of HTML, with charts in SVG. Only this package
 * renders Markdown as HTML.
 */
package dev.autoheal.report.html;
