/**
 * The core asked from inside a server whether it keeps organizations apart: the delivered {@code
 * tulpar-ejb.jar} and {@code tulpar-integrations.jar} are deployed a second time, beside the
 * running application, with a test that calls the real services on the real data source.
 *
 * <p>Leaves alone: the broker and the pages. What row security does with plain SQL is shown in
 * {@code org.tulpar.tests.database}.
 */
package org.tulpar.tests.isolation;
