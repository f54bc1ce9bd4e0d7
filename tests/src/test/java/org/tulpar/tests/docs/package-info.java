/** What the documents claim about the code. */
package org.tulpar.tests.docs;
