package no.forankring.document;

import java.awt.geom.Point2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.contentstream.PDFStreamEngine;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorProcessor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorN;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingColorSpace;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceCMYKColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceGrayColor;
import org.apache.pdfbox.contentstream.operator.color.SetNonStrokingDeviceRGBColor;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDColor;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceRGB;
import org.apache.pdfbox.pdmodel.graphics.color.PDPattern;

/// Watches a page being drawn and remembers its filled rectangles, in the order in which they are drawn.
///
/// Lines, curves and what is as large as the page are left out. A page with more rectangles than any table has, or a
/// document with more than any plan has, gives none: a file may ask for millions of them.
final class PdfBoxFilledAreas {

    private static final int MOST_ON_PAGE = 2_000;
    private static final int MOST_IN_DOCUMENT = 60_000;
    private static final int MOST_IN_PATH = 2_000;
    private static final float LEAST_SIDE = 4;
    private static final float TOUCHING = 2;
    private static final float INVISIBLE = 0.05f;
    /// A strip of a cell lies no further back than this many others.
    private static final int STRIPS = 8;

    /// A filled rectangle, in the page's own units from the lower left corner of what is shown.
    ///
    /// @param color empty for white, black and whatever else covers what lies below
    record Area(float left, float bottom, float right, float top, Optional<CellColor> color) {

        boolean holds(float x, float y) {
            return left <= x && x <= right && bottom <= y && y <= top;
        }

        private boolean isStripOf(Area other) {
            return color.isPresent()
                    && color.equals(other.color)
                    && (near(left, other.left)
                                    && near(right, other.right)
                                    && bottom <= other.top + TOUCHING
                                    && other.bottom <= top + TOUCHING
                            || near(bottom, other.bottom)
                                    && near(top, other.top)
                                    && left <= other.right + TOUCHING
                                    && other.left <= right + TOUCHING);
        }

        private static boolean near(float one, float other) {
            return Math.abs(one - other) <= TOUCHING;
        }

        private Area with(Area other) {
            return new Area(
                    Math.min(left, other.left),
                    Math.min(bottom, other.bottom),
                    Math.max(right, other.right),
                    Math.max(top, other.top),
                    color);
        }
    }

    private final PDFStreamEngine engine;
    private final List<Area> areas = new ArrayList<>();
    private final List<Point2D.Float> outline = new ArrayList<>();
    private final List<Area> path = new ArrayList<>();
    private boolean curved;
    private PDRectangle shown = new PDRectangle();
    private int inDocument;
    private boolean given;
    private boolean drawn;
    private boolean tooMany;

    PdfBoxFilledAreas(PDFStreamEngine engine) {
        this.engine = engine;
        quiet(new SetNonStrokingColorSpace(engine));
        quiet(new SetNonStrokingColor(engine));
        quiet(new SetNonStrokingColorN(engine));
        quiet(new SetNonStrokingDeviceGrayColor(engine));
        quiet(new SetNonStrokingDeviceRGBColor(engine));
        quiet(new SetNonStrokingDeviceCMYKColor(engine));
        on("re", this::rectangle);
        on("m", this::move);
        on("l", this::line);
        on("c", this::curve);
        on("v", this::curve);
        on("y", this::curve);
        on("h", none -> {});
        for (String fill : List.of("f", "F", "f*", "B", "B*", "b", "b*")) {
            on(fill, none -> fill());
        }
        for (String stroke : List.of("S", "s")) {
            on(stroke, none -> {
                drawn = true;
                clear();
            });
        }
        on("n", none -> clear());
    }

    void startPage(PDPage page) {
        areas.clear();
        clear();
        shown = page.getCropBox();
        given = inDocument < MOST_IN_DOCUMENT;
        tooMany |= !given;
    }

    /// The rectangles of the page at hand so far, the first drawn first.
    List<Area> areas() {
        return areas;
    }

    /// Whether the document draws anything but text and pictures, and so little that its colors were read.
    boolean isKept() {
        return drawn && !tooMany;
    }

    // ---- operators ----

    private interface Drawing {
        void draw(List<COSBase> operands);
    }

    private void on(String name, Drawing drawing) {
        engine.addOperator(new OperatorProcessor(engine) {
            @Override
            public void process(Operator operator, List<COSBase> operands) {
                try {
                    drawing.draw(operands);
                } catch (RuntimeException broken) {
                    clear();
                }
            }

            @Override
            public String getName() {
                return name;
            }
        });
    }

    /// Words are read also where a color cannot be; it is white then.
    private void quiet(OperatorProcessor setsColor) {
        engine.addOperator(new OperatorProcessor(engine) {
            @Override
            public void process(Operator operator, List<COSBase> operands) {
                try {
                    setsColor.process(operator, operands);
                } catch (IOException | RuntimeException unknown) {
                    engine.getGraphicsState()
                            .setNonStrokingColor(new PDColor(new float[] {1, 1, 1}, PDDeviceRGB.INSTANCE));
                }
            }

            @Override
            public String getName() {
                return setsColor.getName();
            }
        });
    }

    private void rectangle(List<COSBase> operands) {
        float[] at = numbers(operands, 4);
        if (at.length == 4) {
            endOutline();
            for (float[] corner : new float[][] {
                {at[0], at[1]}, {at[0] + at[2], at[1]}, {at[0] + at[2], at[1] + at[3]}, {at[0], at[1] + at[3]}
            }) {
                outline.add(engine.transformedPoint(corner[0], corner[1]));
            }
            endOutline();
        }
    }

    private void move(List<COSBase> operands) {
        endOutline();
        line(operands);
    }

    private void line(List<COSBase> operands) {
        float[] to = numbers(operands, 2);
        if (to.length == 2 && outline.size() <= 5) {
            outline.add(engine.transformedPoint(to[0], to[1]));
        }
    }

    private void curve(List<COSBase> operands) {
        curved = true;
    }

    private static float[] numbers(List<COSBase> operands, int count) {
        if (operands.size() < count) {
            return new float[0];
        }
        float[] numbers = new float[count];
        for (int i = 0; i < count; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                return new float[0];
            }
            numbers[i] = number.floatValue();
        }
        return numbers;
    }

    /// Four corners, or five of which the last is the first, with sides along the page's.
    private void endOutline() {
        int corners = outline.size();
        if (!curved && (corners == 4 || corners == 5) && path.size() < MOST_IN_PATH && isUpright()) {
            float left = Float.MAX_VALUE;
            float bottom = Float.MAX_VALUE;
            float right = -Float.MAX_VALUE;
            float top = -Float.MAX_VALUE;
            for (Point2D.Float corner : outline) {
                left = Math.min(left, corner.x);
                bottom = Math.min(bottom, corner.y);
                right = Math.max(right, corner.x);
                top = Math.max(top, corner.y);
            }
            path.add(new Area(
                    left - shown.getLowerLeftX(),
                    bottom - shown.getLowerLeftY(),
                    right - shown.getLowerLeftX(),
                    top - shown.getLowerLeftY(),
                    Optional.empty()));
        }
        outline.clear();
        curved = false;
    }

    private boolean isUpright() {
        for (int i = 0; i < 4; i++) {
            Point2D.Float from = outline.get(i);
            Point2D.Float to = outline.get((i + 1) % 4);
            if (Math.abs(from.x - to.x) > 0.5f && Math.abs(from.y - to.y) > 0.5f) {
                return false;
            }
        }
        return outline.size() == 4 || outline.get(0).distance(outline.get(4)) < 0.5;
    }

    private void clear() {
        outline.clear();
        path.clear();
        curved = false;
    }

    private void fill() {
        drawn = true;
        endOutline();
        if (given && !path.isEmpty() && engine.getGraphicsState().getNonStrokeAlphaConstant() >= INVISIBLE) {
            Optional<CellColor> color = color();
            path.forEach(area -> keep(new Area(area.left, area.bottom, area.right, area.top, color)));
        }
        clear();
    }

    private void keep(Area area) {
        float width = area.right - area.left;
        float height = area.top - area.bottom;
        boolean cell = given
                && width >= LEAST_SIDE
                && height >= LEAST_SIDE
                && !(width > shown.getWidth() * 0.9f && height > shown.getHeight() * 0.5f)
                && !(height > shown.getHeight() * 0.9f && width > shown.getWidth() * 0.5f);
        if (!cell) {
            return;
        }
        for (int i = areas.size() - 1; i >= Math.max(0, areas.size() - STRIPS); i--) {
            if (area.isStripOf(areas.get(i)) && area.top - area.bottom < shown.getHeight() / 2) {
                areas.set(i, areas.get(i).with(area));
                return;
            }
        }
        areas.add(area);
        inDocument++;
        if (areas.size() > MOST_ON_PAGE || inDocument > MOST_IN_DOCUMENT) {
            giveUp();
        }
    }

    /// Forgets the page at hand: its colors cost more to tell apart than any table's.
    void giveUp() {
        areas.clear();
        given = false;
        tooMany = true;
    }

    /// The plain color spaces are reckoned without their profiles: it is enough to tell green from yellow.
    private Optional<CellColor> color() {
        PDColor color = engine.getGraphicsState().getNonStrokingColor();
        if (color == null || color.getColorSpace() instanceof PDPattern) {
            return Optional.empty();
        }
        float[] parts = color.getComponents();
        String space = color.getColorSpace().getName();
        boolean plain = space.startsWith("Device") || space.startsWith("Cal") || space.equals("ICCBased");
        if (plain && parts.length == 1) {
            return CellColor.of(rgb(parts[0], parts[0], parts[0]));
        }
        if (plain && parts.length == 3) {
            return CellColor.of(rgb(parts[0], parts[1], parts[2]));
        }
        if (plain && parts.length == 4) {
            float light = 1 - parts[3];
            return CellColor.of(rgb((1 - parts[0]) * light, (1 - parts[1]) * light, (1 - parts[2]) * light));
        }
        try {
            return CellColor.of(color.toRGB());
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private static int rgb(float red, float green, float blue) {
        return part(red) << 16 | part(green) << 8 | part(blue);
    }

    private static int part(float share) {
        return Math.round(Math.clamp(share, 0f, 1f) * 255);
    }
}
