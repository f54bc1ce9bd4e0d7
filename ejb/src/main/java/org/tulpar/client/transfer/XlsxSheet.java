package org.tulpar.client.transfer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipSecureFile;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.util.XMLHelper;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.apache.poi.xssf.eventusermodel.XSSFSheetXMLHandler;
import org.apache.poi.xssf.usermodel.XSSFComment;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * The first sheet of a workbook, cell by cell, never the workbook as a whole. A formula is its last
 * result: nothing is calculated and nothing outside of the file is asked.
 */
final class XlsxSheet {

  /** Bytes of one part of the workbook when unpacked. */
  private static final long LARGEST_PART = 64L * 1024 * 1024;

  private static final long MOST_PARTS = 500;

  static {
    ZipSecureFile.setMaxEntrySize(LARGEST_PART);
    ZipSecureFile.setMaxFileCount(MOST_PARTS);
  }

  private XlsxSheet() {}

  static void read(byte[] file, SheetRows rows) {
    try (var workbook = OPCPackage.open(new ByteArrayInputStream(file))) {
      var reader = new XSSFReader(workbook);
      var sheets = reader.getSheetsData();
      if (!sheets.hasNext()) {
        throw new SheetRefused("empty");
      }
      var handler =
          new XSSFSheetXMLHandler(
              reader.getStylesTable(),
              new ReadOnlySharedStringsTable(workbook),
              new Cells(rows),
              new PlainNumbers(),
              false);
      try (var sheet = sheets.next()) {
        var xml = XMLHelper.newXMLReader();
        xml.setContentHandler(handler);
        xml.parse(new InputSource(sheet));
      }
    } catch (OpenXML4JException
        | OpenXML4JRuntimeException
        | RecordFormatException
        | IllegalArgumentException
        | IOException
        | SAXException
        | javax.xml.parsers.ParserConfigurationException e) {
      throw new SheetRefused("unreadable");
    }
  }

  /** Gathers the cells of a row; what stands far to the right is not waited for. */
  private static final class Cells implements XSSFSheetXMLHandler.SheetContentsHandler {

    private final SheetRows rows;
    private List<String> cells = new ArrayList<>();

    Cells(SheetRows rows) {
      this.rows = rows;
    }

    @Override
    public void startRow(int row) {
      cells = new ArrayList<>();
    }

    @Override
    public void cell(String reference, String text, XSSFComment comment) {
      int column = reference == null ? cells.size() : new CellReference(reference).getCol();
      rows.column(column);
      while (cells.size() < column) {
        cells.add("");
      }
      cells.add(text == null ? "" : text);
    }

    @Override
    public void endRow(int row) {
      rows.add(row + 1, cells);
    }
  }
}
