/** The hook of plain git that reviews a commit before it is made, beside one that is there. */
package dev.autoheal.hook;
