/** Two revisions side by side: what a range of commits brought, mended and changed. */
package dev.autoheal.review;
